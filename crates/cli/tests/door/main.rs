//! The command line tried as the program that it is.

mod answers;
mod command_line;
mod common;
mod compare;
mod copies;
mod hostile;
mod review;
mod runs;
mod sum;
