#!/usr/bin/awk -f
# layers.awk core/LAYERS core/*/*.[ch] plugins/*.c ... - fails when a file of core/ includes from
# a folder after its own in core/LAYERS, or from one not listed there, and when a plugin
# includes anything of this tree but <claimcheck.h> and plugins/shared/.
function wrong(why) { print FILENAME ":" FNR ": " why; bad = 1 }
FILENAME ~ /LAYERS$/ { if (NF) layer[$1] = FNR; next }
FNR == 1 {
    split(FILENAME, part, "/"); top = part[1]; me = part[2]
    if (top == "core" && me != "abi" && !(me in layer)) wrong("core/" me " is not in core/LAYERS")
}
/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, quoted, "\""); it = quoted[2]
    if (it !~ "/") next                        # its own folder
    sub("/.*", "", it)
    if (top == "plugins") {
        if (it != "shared") wrong("a plugin includes \"" quoted[2] "\"")
    } else if (it == "abi") wrong("write <" substr(quoted[2], 5) ">")
    else if (me == "abi") wrong("core/abi stands alone")
    else if (!(it in layer)) wrong("\"" it "\" is not in core/LAYERS")
    else if (me in layer && layer[it] > layer[me])
        wrong("core/" me " includes from core/" it ", which comes after it")
}
END { exit bad }
