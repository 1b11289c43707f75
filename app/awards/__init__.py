"""Emulation and awards: quotas, who takes part, achievements, the council, dossiers, decisions, the certificate."""
