"""The room of photos: pictures taken in, kept once by content, and what is known of each."""
