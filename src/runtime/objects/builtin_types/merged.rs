//! Two sorted runs on their way to one (`merge_lo` and `merge_hi` of Objects/listobject.c).

/// Two runs being merged: what has been taken from them, and what is left of each.
pub(super) struct Merged<'a> {
    pub keys: Vec<usize>,
    pub a: &'a [usize],
    pub b: &'a [usize],
}

impl Merged<'_> {
    pub fn first_of_a(&mut self, n: usize) {
        self.keys.extend_from_slice(&self.a[..n]);
        self.a = &self.a[n..];
    }

    pub fn first_of_b(&mut self, n: usize) {
        self.keys.extend_from_slice(&self.b[..n]);
        self.b = &self.b[n..];
    }

    pub fn ends_of_a(&mut self, n: usize) {
        let rest = self.a.len() - n;
        self.keys.extend(self.a[rest..].iter().rev());
        self.a = &self.a[..rest];
    }

    pub fn ends_of_b(&mut self, n: usize) {
        let rest = self.b.len() - n;
        self.keys.extend(self.b[rest..].iter().rev());
        self.b = &self.b[..rest];
    }

    /// The one key that is left of `a` belongs behind all of `b`.
    pub fn last_of_a(&mut self) {
        self.first_of_b(self.b.len());
    }

    /// The one key that is left of `b` belongs before all of `a`.
    pub fn first_b_in_front(&mut self) {
        self.ends_of_a(self.a.len());
    }
}
