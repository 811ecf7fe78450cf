-- How many draws of each replaced sequence got an id of the target's own: those of pgrehearse.draw are counted; other draws (of a view,
-- of a function that could not be changed) are seen by the sequence itself.
select r.relation, r.name, greatest(
  coalesce(pg_sequence_last_value(to_regclass(format('pgrehearse.beyond_%s', r.relation))), 0),
  case when has_sequence_privilege(q.seqrelid, 'SELECT, USAGE')
    then coalesce((pg_sequence_last_value(q.seqrelid) - r.first) / q.seqincrement + 1, 0) else 0 end
) as draws
from pgrehearse.replaced_sequence r
left join pg_sequence q on q.seqrelid = r.relation
order by r.name
