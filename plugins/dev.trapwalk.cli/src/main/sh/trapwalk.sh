#!/bin/sh
# The first lines of trapwalk.jar. What a person waits for is over, or waits for the next keystroke, before the optimising
# compiler has paid for itself; only machines that run are worth it.
case "$1" in
run | coverage) compilers= ;;
*) compilers=-XX:TieredStopAtLevel=1 ;;
esac
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" $compilers -jar "$0" "$@"
