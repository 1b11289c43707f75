"""The room of ceremonies ("Lễ bàn giao"): who is invited, what happens, which houses are handed over."""
