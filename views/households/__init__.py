"""Screens of households: the list, and the form of one."""
