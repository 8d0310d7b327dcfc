e = Exception('a \ud800')
e.add_note('note \udfff')
raise ExceptionGroup('grp \ud801', [e, ValueError('\ud802')])
