//! What a bytearray keeps: bytes that are added at the end and taken from the front, as streams' buffers are.

use std::ops::{Deref, DerefMut};

/// Bytes whose front goes without moving the rest each time (CPython's `ob_start`, Objects/bytearrayobject.c).
#[derive(Default, Clone)]
pub struct ByteBuffer {
    bytes: Vec<u8>,
    /// So many of `bytes` are gone, at the front.
    gone: usize,
}

impl ByteBuffer {
    /// The bytes as a vector, to change them anywhere: the rest moves up.
    pub fn all(&mut self) -> &mut Vec<u8> {
        self.bytes.drain(..std::mem::take(&mut self.gone));
        &mut self.bytes
    }

    /// Takes `count` bytes from the front. The rest moves up when it is the smaller part.
    pub fn take_front(&mut self, count: usize) {
        self.gone += count;
        if self.gone > self.bytes.len() / 2 {
            self.all();
        }
    }

    /// Adds bytes at the end. Where there is no room left the rest moves up if it is the smaller part.
    pub fn extend(&mut self, more: &[u8]) {
        if self.bytes.capacity() - self.bytes.len() < more.len() && self.gone >= self.bytes.len() / 2 {
            self.all();
        }
        self.bytes.extend_from_slice(more);
    }
}

impl From<Vec<u8>> for ByteBuffer {
    fn from(bytes: Vec<u8>) -> ByteBuffer {
        ByteBuffer { bytes, gone: 0 }
    }
}

impl Deref for ByteBuffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes[self.gone..]
    }
}

impl DerefMut for ByteBuffer {
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.bytes[self.gone..]
    }
}
