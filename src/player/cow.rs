//! A vector whose copies share what neither has changed since: keyframes of a world with 100,000 tasks stay small.

use std::rc::Rc;

const CHUNK: usize = 64;

/// Grows at the end; elements are read and replaced by index. A clone costs a pointer for each 64 elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CowVec<T> {
    chunks: Vec<Rc<Vec<T>>>,
    length: usize,
}

impl<T> Default for CowVec<T> {
    fn default() -> CowVec<T> {
        CowVec { chunks: Vec::new(), length: 0 }
    }
}

impl<T: Clone> CowVec<T> {
    pub fn len(&self) -> usize {
        self.length
    }

    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    pub fn get(&self, index: usize) -> Option<&T> {
        self.chunks.get(index / CHUNK).and_then(|chunk| chunk.get(index % CHUNK))
    }

    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        self.chunks.get_mut(index / CHUNK).and_then(|chunk| Rc::make_mut(chunk).get_mut(index % CHUNK))
    }

    pub fn push(&mut self, value: T) {
        if self.length.is_multiple_of(CHUNK) {
            self.chunks.push(Rc::new(Vec::with_capacity(CHUNK)));
        }
        Rc::make_mut(self.chunks.last_mut().expect("a chunk was just made")).push(value);
        self.length += 1;
    }

    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }
}
