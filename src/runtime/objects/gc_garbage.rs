//! Which objects of the collector's graph nobody outside refers to (Modules/gcmodule.c `deduce_unreachable`), and which
//! some values lead to.

use std::collections::hash_map::Entry;

use super::attrs::AttrMap;
use super::gc;
use super::gc_graph::{Edge, Node};
use super::hasher::FastMap;
use super::value::Value;

type Places = FastMap<usize, u32>;

/// The objects that refer to one another and that nothing else refers to: the older ones first. With the names of a
/// module that is going, they and what they lead to are garbage as well, in the order in which they lead to it. `held`
/// are references of the caller's that do not count, and that lead to what comes next.
pub fn garbage(names: Option<&AttrMap>, held: &[Value]) -> Vec<Node> {
    let Graph { nodes, places, edges, order, registered } = graph(names);
    let values = names.into_iter().flat_map(AttrMap::iter).map(|(_, value)| value).chain(held);
    let named: Vec<u32> = values.filter_map(|value| place(&places, &Edge::Value(value))).collect();
    let dead = unreachable(&nodes, &edges, &named);
    let count = |dead: &[bool]| dead.iter().filter(|&&dead| dead).count();
    let found = count(&dead);
    gc::plan(registered, count(&dead[..registered]), found, nodes.len() - found);
    let mut sorted = Vec::new();
    let mut left = dead;
    let mut find = |sorted: &mut Vec<usize>, place: u32| {
        if std::mem::take(&mut left[place as usize]) {
            sorted.push(place as usize);
        }
    };
    named.iter().for_each(|&place| find(&mut sorted, place));
    let mut next = 0;
    while next < sorted.len() {
        edges.of(sorted[next]).for_each(|place| find(&mut sorted, place));
        next += 1;
    }
    sorted.extend(order.into_iter().filter(|&place| left[place]));
    let mut nodes: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
    sorted.into_iter().filter_map(|place| nodes[place].take()).collect()
}

/// All objects that the registered ones and these names lead to.
struct Graph {
    nodes: Vec<Node>,
    places: Places,
    edges: Edges,
    /// The nodes, the older ones first, as far as that is known.
    order: Vec<usize>,
    /// So many nodes, the first ones, are the registered objects.
    registered: usize,
}

/// Where the references of each node lead to, so that nodes are asked for them only once.
#[derive(Default)]
struct Edges {
    /// Where those of a node begin.
    starts: Vec<u32>,
    /// Places of nodes, after the last one of a node's `END`.
    targets: Vec<u32>,
    /// Which of them are not known until all nodes are, and the address that they lead to.
    late: Vec<(usize, usize)>,
}

const END: u32 = u32::MAX;
const ABSENT: u32 = u32::MAX - 1;

impl Edges {
    /// Adds those of a node; `target` gives the place to which one leads.
    fn add(&mut self, place: usize, node: &Node, target: &mut dyn FnMut(&Edge) -> Option<u32>) {
        if self.starts.len() <= place {
            self.starts.resize(place + 1, 0);
        }
        self.starts[place] = self.targets.len() as u32;
        node.visit(&mut |edge| match (target(&edge), edge) {
            (Some(target), _) => self.targets.push(target),
            (None, Edge::Address(at)) => {
                self.late.push((self.targets.len(), at));
                self.targets.push(ABSENT);
            }
            (None, _) => {}
        });
        self.targets.push(END);
    }

    /// All nodes are known.
    fn complete(&mut self, places: &Places) {
        for (edge, at) in self.late.drain(..) {
            self.targets[edge] = places.get(&at).copied().unwrap_or(ABSENT);
        }
    }

    /// The places to which a node's lead.
    fn of(&self, place: usize) -> impl Iterator<Item = u32> {
        let targets = self.targets[self.starts[place] as usize..].iter().copied();
        targets.take_while(|target| *target != END).filter(|target| *target != ABSENT)
    }
}

fn place(places: &Places, edge: &Edge) -> Option<u32> {
    places.get(&edge.address()?).copied()
}

/// As [`place`]; what is not there yet is added.
fn place_or_add(nodes: &mut Vec<Node>, places: &mut Places, edge: &Edge) -> Option<u32> {
    match places.entry(edge.address()?) {
        Entry::Occupied(place) => Some(*place.get()),
        Entry::Vacant(free) => {
            nodes.push(edge.node()?);
            Some(*free.insert(nodes.len() as u32 - 1))
        }
    }
}

fn graph(names: Option<&AttrMap>) -> Graph {
    let mut nodes = gc::registered();
    let registered = nodes.len();
    for node in &nodes {
        if let Node::Value(Value::Type(class)) = node {
            class.forget_all();
        }
    }
    let mut places: Places = nodes.iter().enumerate().map(|(place, node)| (node.address(), place as u32)).collect();
    for (_, value) in names.into_iter().flat_map(AttrMap::iter) {
        place_or_add(&mut nodes, &mut places, &Edge::Value(value));
    }
    let roots = nodes.len();
    let mut edges = Edges::default();
    // What a registered object refers to is mostly older than it is.
    let mut order = Vec::with_capacity(roots);
    for root in 0..roots {
        let (mut expanded, mut next) = (root, nodes.len());
        loop {
            let first = nodes.len();
            let node = nodes[expanded].copy();
            edges.add(expanded, &node, &mut |edge| place_or_add(&mut nodes, &mut places, edge));
            order.extend(first..nodes.len());
            if next == nodes.len() {
                break;
            }
            (expanded, next) = (next, next + 1);
        }
        order.push(root);
    }
    edges.complete(&places);
    Graph { nodes, places, edges, order, registered }
}

/// The objects that there are, as far as a program can see them.
pub fn objects(names: &AttrMap, more: Value) -> Vec<Node> {
    gc::register_value(&more);
    let Graph { nodes, order, .. } = graph(Some(names));
    let mut nodes: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| nodes[place].take()).collect()
}

/// Those of what was garbage that finalizers have not brought back.
pub fn still_garbage(nodes: Vec<Node>, names: Option<&AttrMap>) -> Vec<Node> {
    let places: Places = nodes.iter().enumerate().map(|(place, node)| (node.address(), place as u32)).collect();
    let mut edges = Edges::default();
    nodes.iter().enumerate().for_each(|(at, node)| edges.add(at, node, &mut |edge| place(&places, edge)));
    let values = names.into_iter().flat_map(AttrMap::iter);
    let named: Vec<u32> = values.filter_map(|(_, value)| place(&places, &Edge::Value(value))).collect();
    let dead = unreachable(&nodes, &edges, &named);
    nodes.into_iter().zip(dead).filter_map(|(node, dead)| dead.then_some(node)).collect()
}

/// Which of the nodes have references from among them only, directly and by way of others.
/// `more`: where references lead that count as theirs.
fn unreachable(nodes: &[Node], edges: &Edges, more: &[u32]) -> Vec<bool> {
    let mut inside = vec![0usize; nodes.len()];
    for &target in edges.targets.iter().chain(more) {
        if let Some(count) = inside.get_mut(target as usize) {
            *count += 1;
        }
    }
    let mut dead = vec![true; nodes.len()];
    let mut living: Vec<usize> = (0..nodes.len()).filter(|&at| nodes[at].references() > inside[at]).collect();
    living.iter().for_each(|&at| dead[at] = false);
    while let Some(at) = living.pop() {
        for place in edges.of(at) {
            if std::mem::replace(&mut dead[place as usize], false) {
                living.push(place as usize);
            }
        }
    }
    dead
}

/// What some values lead to.
pub struct Reached(Places);

impl Reached {
    /// Follows the references that the collector sees.
    pub fn from<'a>(values: impl Iterator<Item = &'a Value>) -> Reached {
        Reached::through(values, |_| Vec::new())
    }

    /// As [`from`](Self::from), and those besides that `hidden` tells of a value.
    pub fn through<'a>(
        values: impl Iterator<Item = &'a Value>,
        mut hidden: impl FnMut(&Value) -> Vec<Value>,
    ) -> Reached {
        let (mut nodes, mut places) = (Vec::new(), Places::default());
        for value in values {
            place_or_add(&mut nodes, &mut places, &Edge::Value(value));
        }
        let mut next = 0;
        while next < nodes.len() {
            let node = nodes[next].copy();
            node.visit(&mut |edge| _ = place_or_add(&mut nodes, &mut places, &edge));
            if let Node::Value(value) = &node {
                for value in hidden(value) {
                    place_or_add(&mut nodes, &mut places, &Edge::Value(&value));
                }
            }
            next += 1;
        }
        Reached(places)
    }

    /// Whether the values lead there.
    pub fn has(&self, edge: Edge) -> bool {
        self.place(edge).is_some()
    }

    /// The how manyth it is that they lead to.
    pub fn place(&self, edge: Edge) -> Option<u32> {
        self.0.get(&edge.address()?).copied()
    }
}
