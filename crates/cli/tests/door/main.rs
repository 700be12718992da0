//! The command line tried as the program that it is.

mod answers;
mod command_line;
mod common;
mod compare;
mod copies;
mod hostile;
mod profile;
mod review;
mod runs;
mod sum;
