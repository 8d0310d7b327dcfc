//! Which objects of the collector's graph nobody outside refers to (Modules/gcmodule.c `deduce_unreachable`), and which
//! some values lead to.

use super::attrs::AttrMap;
use super::gc;
use super::gc_graph::{Edge, Node, Visit};
use super::hasher::FastMap;
use super::value::Value;

type Places = FastMap<usize, u32>;

/// The objects that refer to one another and that nothing else refers to: the older ones first. With the names of a
/// module that is going, they and what they lead to are garbage as well, in the order in which they lead to it. `held`
/// are references of the caller's that do not count, and that lead to what comes next.
pub fn garbage(names: Option<&AttrMap>, held: &[Value]) -> Vec<Node> {
    let Graph { nodes, places, order, registered } = graph(names);
    let values = || names.into_iter().flat_map(AttrMap::iter).map(|(_, value)| value).chain(held);
    let named = || values().map(Edge::Value);
    let dead = unreachable(&nodes, &places, &mut |visit| named().for_each(visit));
    let count = |dead: &[bool]| dead.iter().filter(|&&dead| dead).count();
    let found = count(&dead);
    gc::plan(registered, count(&dead[..registered]), found, nodes.len() - found);
    let mut sorted = Vec::new();
    let mut left = dead.clone();
    let mut find = |sorted: &mut Vec<usize>, edge: Edge| {
        if let Some(&place) = edge.address().and_then(|at| places.get(&at))
            && std::mem::take(&mut left[place as usize])
        {
            sorted.push(place as usize);
        }
    };
    named().for_each(|edge| find(&mut sorted, edge));
    let mut next = 0;
    while next < sorted.len() {
        nodes[sorted[next]].visit(&mut |edge| find(&mut sorted, edge));
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
    /// The nodes, the older ones first, as far as that is known.
    order: Vec<usize>,
    /// So many nodes, the first ones, are the registered objects.
    registered: usize,
}

fn graph(names: Option<&AttrMap>) -> Graph {
    let mut nodes = gc::registered();
    let registered = nodes.len();
    for node in &nodes {
        if let Node::Value(Value::Type(class)) = node {
            class.forget_all();
        }
    }
    let named = || names.into_iter().flat_map(AttrMap::iter).map(|(_, value)| Edge::Value(value));
    let mut places: Places = nodes.iter().enumerate().map(|(place, node)| (node.address(), place as u32)).collect();
    add_new(&mut nodes, &mut places, &mut |visit| named().for_each(visit));
    let roots = nodes.len();
    // What a registered object refers to is mostly older than it is.
    let mut order = Vec::with_capacity(roots);
    for root in 0..roots {
        let (mut expanded, mut next) = (root, nodes.len());
        loop {
            let first = nodes.len();
            let node = nodes[expanded].copy();
            add_new(&mut nodes, &mut places, &mut |visit| node.visit(visit));
            order.extend(first..nodes.len());
            if next == nodes.len() {
                break;
            }
            (expanded, next) = (next, next + 1);
        }
        order.push(root);
    }
    Graph { nodes, places, order, registered }
}

/// Adds what `visit` comes to and what is not there yet.
fn add_new(nodes: &mut Vec<Node>, places: &mut Places, visit: &mut dyn FnMut(&mut Visit)) {
    visit(&mut |edge| {
        if let Some(at) = edge.address()
            && !places.contains_key(&at)
            && let Some(node) = edge.node()
        {
            places.insert(at, nodes.len() as u32);
            nodes.push(node);
        }
    });
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
    let places = nodes.iter().enumerate().map(|(place, node)| (node.address(), place as u32)).collect();
    let named = |visit: &mut Visit| names.into_iter().flat_map(AttrMap::iter).for_each(|(_, v)| visit(Edge::Value(v)));
    let dead = unreachable(&nodes, &places, &mut |visit| named(visit));
    nodes.into_iter().zip(dead).filter_map(|(node, dead)| dead.then_some(node)).collect()
}

/// Which of the nodes have references from among them only, directly and by way of others.
/// `more` visits references that count as theirs.
fn unreachable(nodes: &[Node], places: &Places, more: &mut dyn FnMut(&mut Visit)) -> Vec<bool> {
    let mut inside = vec![0usize; nodes.len()];
    let place = |edge: &Edge| edge.address().and_then(|at| places.get(&at)).map(|&place| place as usize);
    let mut count = |edge: Edge| {
        if let Some(place) = place(&edge) {
            inside[place] += 1;
        }
    };
    nodes.iter().for_each(|node| node.visit(&mut count));
    more(&mut count);
    let mut dead = vec![true; nodes.len()];
    let mut living: Vec<usize> = (0..nodes.len()).filter(|&at| nodes[at].references() > inside[at]).collect();
    living.iter().for_each(|&at| dead[at] = false);
    while let Some(at) = living.pop() {
        nodes[at].visit(&mut |edge| {
            if let Some(place) = place(&edge)
                && std::mem::replace(&mut dead[place], false)
            {
                living.push(place);
            }
        });
    }
    dead
}

/// What some values lead to.
pub struct Reached(Places);

impl Reached {
    /// Follows the references that the collector sees.
    pub fn from<'a>(values: impl Iterator<Item = &'a Value>) -> Reached {
        let (mut nodes, mut places) = (Vec::new(), Places::default());
        for value in values {
            add_new(&mut nodes, &mut places, &mut |visit| visit(Edge::Value(value)));
        }
        let mut next = 0;
        while next < nodes.len() {
            let node = nodes[next].copy();
            add_new(&mut nodes, &mut places, &mut |visit| node.visit(visit));
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
