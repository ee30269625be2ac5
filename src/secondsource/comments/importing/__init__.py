"""Comments from elsewhere; all go into the queue, however they stood there."""
