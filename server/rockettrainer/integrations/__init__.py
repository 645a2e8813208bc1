"""Other services' data, in and out."""
