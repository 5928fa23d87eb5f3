#!/bin/sh
# The first lines of trapwalk.jar. What a person waits for is over, or waits for the next keystroke, before the optimising
# compiler has paid for itself; only machines that run are worth it. A language server lives as long as its editor: with the
# serial collector it takes less than half the memory, and answers no later. Java refuses two collectors at once.
options=-XX:TieredStopAtLevel=1
case "$1" in
run | coverage) options= ;;
lsp)
    case "$JAVA_TOOL_OPTIONS $JDK_JAVA_OPTIONS $_JAVA_OPTIONS" in
    *Use*GC*) ;;
    *) options="$options -XX:+UseSerialGC" ;;
    esac
    ;;
esac
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" $options -jar "$0" "$@"
