# recorded by hand: programs of the machine
# `awk` and `mkfifo` in the shell.
import subprocess


def sh(command, given=None):
    done = subprocess.run(command, shell=True, capture_output=True, text=True, input=given)
    print(done.returncode, repr(done.stdout), repr(done.stderr))


people = 'ann 30 london\nbob 25 paris\ncarol 35 london\n\ndave 40 rome 7.5\n'
table = 'id,name,amount\n1,pen,10.5\n2,book,20\n3,pen,4.25\n'
for program in ('{print $1}', '{ s += $2 } END { print s, NR, s / NR }', '/london/ { print NR ": " $0 }', '$2 > 28 {print $1}',
                'NF', '{print NF, $NF}', 'NR==2,NR==3', '!/o/ {n++} END {print n + 0}', '$3 ~ /^l/ && $2 < 35',
                '{ $2 = "-"; print }', '{ gsub(/o/, "[&]"); print; next; print "never" }', '$2 > most { most = $2; who = $1 } END { print who }',
                '{ n[$3]++ } END { print n["london"], length(n) }',
                'BEGIN { OFS = "/" } { $1 = $1; print; exit 3 }', 'END { print NR, $0 }'):
    sh(f"awk '{program}'", people)
sh("awk -F, 'NR > 1 { sum[$2] += $3 } END { for (k in sum) printf \"%s=%.2f\\n\", k, sum[k] }' | sort", table)
sh("awk -F '[,.]' -v OFS=: '{ print $1, $3 }'", table)
sh("""awk 'function twice(n) { return 2 * n } function fact(n) { return n < 2 ? 1 : n * fact(n - 1) }
BEGIN { print twice(4), fact(5); for (i = 0; i < 5; i++) { if (i == 1) continue; if (i == 3) break; print i } }
END { while (n < 2) n++; do { m++ } while (m < 3); print n, m, NR }'""", 'x\n')
sh("""awk 'BEGIN { print length("abc"), index("abc", "c"), substr("hello", 2, 3), toupper("x") tolower("Y"), 1 / 3, 2 ^ 10, 7 % 3
n = split("a:b:c", p, ":"); print n, p[1] p[3]; printf "%05d|%-4s|%5.1f|%x|%c|%%\\n", 42, "ab", 3.14159, 255, 65
print match("foobar", /o+/), RSTART, RLENGTH, ("x" in p), (2 in p), 1 == 1.0, "10" < "9", 10 < 9, !"", -3
delete p[1]; print length(p), sprintf("%s-%s", "a", "b"); print "to stderr" > "/dev/stderr" }'""")
sh("mkfifo /tmp/way; (echo through > /tmp/way &); cat /tmp/way; ls -l /tmp/way | cut -c1-10; test -p /tmp/way && echo is; rm /tmp/way")
sh('mkfifo /tmp/way; mkfifo /tmp/way; mkfifo -m 600 /tmp/other; rm /tmp/way /tmp/other; mkfifo')
