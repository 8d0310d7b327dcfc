//! Display columns, for the anchors under a traceback's line (traceback.py's `_display_width`).

use super::tables;

/// 2 for East_Asian_Width W and F, else 1, also for combining marks: as traceback.py counts.
pub fn columns_of(point: u32) -> usize {
    if point >= 0x1100 && tables::WIDE.contains(point) { 2 } else { 1 }
}

pub fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(|c| columns_of(c.into())).sum() }
}
