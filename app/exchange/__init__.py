"""The exchange: packages that carry the journal between offices, and what people must decide after a merge."""
