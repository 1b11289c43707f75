"""The sample office at work: from a list to handed-over houses and merged packages, by the real operations."""
