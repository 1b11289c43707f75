"""The room of households: who they are, the house they live in now, and the list in which they are found."""
