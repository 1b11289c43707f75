"""The command line: thin commands over the operations of the rooms, a module a group of commands."""
