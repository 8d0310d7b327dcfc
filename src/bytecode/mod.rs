//! instructions, code objects, exception and location tables.
