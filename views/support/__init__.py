"""The pages and panels of support: decisions."""
