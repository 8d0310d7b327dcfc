"""Numbers that are shared out."""
from math import ceil


def ratio_reduce(total, ratios, maximums, values):
    """Takes a total away from values, from each by its share and no more than it may lose."""
    ratios = [ratio if most else 0 for ratio, most in zip(ratios, maximums)]
    shares = sum(ratios)
    reduced = []
    for ratio, most, value in zip(ratios, maximums, values):
        taken = min(most, round(ratio * total / shares)) if ratio and shares > 0 else 0
        if ratio and shares > 0:
            total -= taken
            shares -= ratio
        reduced.append(value - taken)
    return reduced


def ratio_distribute(total, ratios, minimums=None):
    """Shares a total out."""
    if minimums:
        ratios = [ratio if least else 0 for ratio, least in zip(ratios, minimums)]
    shares = sum(ratios)
    assert shares > 0, 'Sum of ratios must be > 0'
    given = []
    for ratio, least in zip(ratios, minimums or [0] * len(ratios)):
        part = max(least, ceil(ratio * total / shares)) if shares > 0 else total
        given.append(part)
        shares -= ratio
        total -= part
    return given


def ratio_resolve(total, edges):
    """Shares a total out among edges with a size, or a ratio and a least size."""
    from fractions import Fraction
    sizes = [edge.size or None for edge in edges]
    while None in sizes:
        open_edges = [(at, edge) for at, edge in enumerate(edges) if sizes[at] is None]
        remaining = total - sum(size or 0 for size in sizes)
        if remaining <= 0:
            return [(edge.minimum_size or 1) if size is None else size for size, edge in zip(sizes, edges)]
        portion = Fraction(remaining, sum(edge.ratio or 1 for _, edge in open_edges))
        small = next(((at, edge) for at, edge in open_edges if portion * edge.ratio <= edge.minimum_size), None)
        if small is not None:
            sizes[small[0]] = small[1].minimum_size
            continue
        rest = Fraction(0)
        for at, edge in open_edges:
            sizes[at], rest = divmod(portion * edge.ratio + rest, 1)
    return sizes
