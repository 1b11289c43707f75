"""All Vietnamese text of screens and messages, a module a room."""
