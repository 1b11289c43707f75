"""An officer's own list: finding its table, understanding its columns, cleaning its rows, and saving them."""
