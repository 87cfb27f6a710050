# SPDX-License-Identifier: GPL-3.0-or-later
# Every source file is as clang-format leaves it.
#   cmake -DROOT=<repository> -DCLANG_FORMAT=<program> -P tests/formatting.cmake

cmake_minimum_required(VERSION 3.25)

file(GLOB_RECURSE files ${ROOT}/app/*.h ${ROOT}/app/*.cpp ${ROOT}/ui/*.h ${ROOT}/ui/*.cpp ${ROOT}/tests/*.h ${ROOT}/tests/*.cpp)
execute_process(COMMAND ${CLANG_FORMAT} --dry-run --Werror ${files} RESULT_VARIABLE result ERROR_VARIABLE output)
if(NOT result EQUAL 0)
  string(REGEX MATCHALL "[^\n]*error:[^\n]*" errors "${output}")
  list(TRANSFORM errors REPLACE "^${ROOT}/" "")
  list(SUBLIST errors 0 20 errors)
  list(JOIN errors "\n  " text)
  message(FATAL_ERROR "Not formatted (run clang-format -i):\n  ${text}")
endif()
