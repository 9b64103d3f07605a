# rooms.awk - compares src/rooms.txt with the #includes of src/.
#
#   awk -f tools/rooms.awk src/rooms.txt $(find src -name '*.[ch]' | sort)
#
# Prints TAP, one test a room, each violation as `file:line: what` behind a `#`.

FNR == 1 { file++ }

file == 1 {
  if (/^#/ || NF == 0) next
  split($0, row, "\t")
  order[++n] = row[1]
  doors[row[1]] = "," row[2] ","
  uses[row[1]] = "," row[3] ","
  pure[row[1]] = row[4]
  next
}

FNR == 1 {
  room = room_of(FILENAME)
  if (!(room in doors)) complain("is in no room of rooms.txt")
  name = FILENAME
  sub(/.*\//, "", name)
  if (name != "inside.h" && name in seen) complain("has the name of " seen[name])
  seen[name] = FILENAME
}

/^[ \t]*#[ \t]*include[ \t]*</ {
  if (pure[room] == "yes" && /<(time|sys\/[a-z]+|unistd|fcntl|locale|ctype|wctype|signal|pthread)\.h>/)
    complain("a pure room has no use for " $2)
  next
}

# <stdio.h> and <stdlib.h> are for snprintf and malloc; what touches the world is not.
pure[room] == "yes" && !/^[ \t]*(\/\*|\*|\/\/)/ &&
    /(^|[^A-Za-z0-9_>.])(fopen|f?printf|f?puts|putchar|fwrite|getenv|system|exit|abort)[ ]*\(/ {
  complain("a pure room prints, opens and ends nothing: " $0)
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
  split($0, part, "\"")
  target = resolve(FILENAME, part[2])
  header = target
  sub(/.*\//, "", header)
  if (target !~ /^src\//) next # include/mahdar.h, generated tables
  other = room_of(target)
  if (other == room) next
  if (uses[room] != ",*," && index(uses[room], "," other ",") == 0)
    complain("room " room " may not use room " other)
  else if (index(doors[other], "," header ",") == 0)
    complain(header " is no door of room " other)
}

function room_of(path, part) {
  split(path, part, "/")
  return part[3] == "" ? "corridor" : part[2]
}

# "src/a/x.c" + "../b/b.h" = "src/b/b.h"; a name alone is of the same room, or generated.
function resolve(from, to, dir) {
  dir = from
  sub(/\/[^\/]*$/, "", dir)
  while (to ~ /^\.\.\//) {
    sub(/^\.\.\//, "", to)
    sub(/\/?[^\/]*$/, "", dir)
  }
  return dir == "" ? to : dir "/" to
}

function complain(what) {
  faults[room] = faults[room] "# " FILENAME ":" FNR ": " what "\n"
  if (!(room in doors)) { order[++n] = room; doors[room] = "" }
}

END {
  for (i = 1; i <= n; i++) {
    printf "%sok %d - room %s\n%s", faults[order[i]] == "" ? "" : "not ", i, order[i],
           faults[order[i]]
  }
  print "1.." n
}
