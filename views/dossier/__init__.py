"""The dossier: everything about one house, made of panels that the rooms offer."""
