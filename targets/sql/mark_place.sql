-- The mark stores the place as its own function returns it.
update pgrehearse.mark set
  system_identifier = p.system_identifier, timeline = p.timeline, database_oid = p.database_oid,
  server_address = p.address, server_port = p.port, data_directory = p.data_directory,
  directory_changed_us = p.directory_changed_us
from pgrehearse.prove('') as p
