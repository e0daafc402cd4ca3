"""What a chart says, in one sentence made of its own numbers: frame in, sentence out."""
