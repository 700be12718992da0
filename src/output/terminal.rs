//! The result as text for a terminal.
