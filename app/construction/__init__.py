"""The room of building: stages, inspections, acceptance, and the papers of the building site."""
