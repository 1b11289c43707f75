"""The room of support: a household's case in a programme, the decisions on it, what takes it off the ordinary road."""
