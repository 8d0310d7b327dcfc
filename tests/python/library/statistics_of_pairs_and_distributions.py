import statistics as st
d = [2.5, 3.25, 5.5, 11.25, 11.75]; e = [1, 2, 3, 4, 6]
print(st.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), st.covariance(d, e), st.correlation(d, e), st.correlation(d, e, method='ranked'), st.linear_regression(e, d), st.linear_regression(e, d, proportional=True))
n = st.NormalDist(100, 15); m = st.NormalDist.from_samples(d)
print(n, m, n.pdf(110), round(n.cdf(110), 12), n.zscore(130), n + 5, n - n, n * 2, n / 3, -n, n == st.NormalDist(100, 15), hash(n) == hash(st.NormalDist(100, 15)), n.mean, n.stdev, n.variance, round(n.overlap(m), 10), [round(q, 8) for q in n.quantiles()], round(n.inv_cdf(.95), 9))
for f in (lambda: st.NormalDist(1, -1), lambda: st.correlation([1], [1]), lambda: st.correlation([1,1], [1,2]), lambda: st.linear_regression([1, 1], [2, 3]), lambda: st.covariance([1], [1, 2])):
    try: print(f())
    except Exception as ex: print(type(ex).__name__, ex)
