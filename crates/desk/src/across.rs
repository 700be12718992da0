//! What is to be said across bodies.
