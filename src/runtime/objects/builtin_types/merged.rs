//! Two sorted runs on their way to one (`merge_lo` and `merge_hi` of Objects/listobject.c).

/// Two runs being merged: what has been taken from them, and what is left of each.
pub(super) struct Merged<'a> {
    pub keys: Vec<usize>,
    pub a: &'a [usize],
    pub b: &'a [usize],
}

/// Merging from the front or from the end; each says whether nothing is left to merge, all having been taken.
impl Merged<'_> {
    /// Takes the first `n` of `a`, whose last belongs behind all of `b`.
    pub fn first_of_a(&mut self, n: usize) -> bool {
        self.keys.extend_from_slice(&self.a[..n]);
        self.a = &self.a[n..];
        if self.a.len() == 1 {
            self.first_of_b(self.b.len());
        }
        self.a.len() < 2
    }

    pub fn first_of_b(&mut self, n: usize) -> bool {
        self.keys.extend_from_slice(&self.b[..n]);
        self.b = &self.b[n..];
        self.b.is_empty()
    }

    pub fn ends_of_a(&mut self, n: usize) -> bool {
        let rest = self.a.len() - n;
        self.keys.extend(self.a[rest..].iter().rev());
        self.a = &self.a[..rest];
        self.a.is_empty()
    }

    /// Takes the last `n` of `b`, whose first belongs before all of `a`.
    pub fn ends_of_b(&mut self, n: usize) -> bool {
        let rest = self.b.len() - n;
        self.keys.extend(self.b[rest..].iter().rev());
        self.b = &self.b[..rest];
        if self.b.len() == 1 {
            self.ends_of_a(self.a.len());
        }
        self.b.len() < 2
    }
}
