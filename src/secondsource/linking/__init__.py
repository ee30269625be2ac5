"""How reports hang together: who repeats whom, what they are about, and on how many origins it rests."""
