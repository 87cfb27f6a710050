// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a value or an Error, for everything that can fail because of the world (disk, file content,
// database). Errors are values: {kind, what it concerns, technical detail}. Words for people are made from
// them in ui/common/problem and in the CLI, nowhere else.
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace assay {

enum class ErrorKind {
    NotFound,     ///< the file, folder or row is not there
    NoPermission, ///< the operating system refused
    NoSpace,      ///< disk full or quota reached
    Busy,         ///< locked by somebody else; trying again may help
    Damaged,      ///< content is broken or ends too early
    TooLarge,     ///< over a limit set on purpose
    Unsupported,  ///< a format or feature we do not read
    TooNew,       ///< written by a newer version of Assay
    Invalid,      ///< input that breaks a rule (bad line, bad argument)
    Cancelled,    ///< the person or the program asked to stop
    Io,           ///< any other input/output failure
};

/// What went wrong. `subject` names what it concerns (a path, an id), `detail` is technical English.
struct Error
{
    ErrorKind kind = ErrorKind::Io;
    QString subject;
    QString detail;

    bool operator==(const Error&) const = default;
};

/// A value of type T or an Error. Check with `if (result)`, then `*result`, else `result.error()`.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value.
template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_ok(false)
    {
    }

    bool has_value() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error& error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace assay
