// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/plainprompt.h"

#include <algorithm>

namespace assay {

namespace {

/// Behind the string that begins at `at` or behind it; a value of another kind is left.
qsizetype behindJsonValue(const QString& source, qsizetype at)
{
    while (at < source.size() && source[at].isSpace())
        ++at;
    if (at >= source.size() || source[at] != u'"')
        return at;
    qsizetype end = at + 1;
    while (end < source.size() && source[end] != u'"')
        end += source[end] == u'\\' ? 2 : 1;
    return std::min(end + 1, source.size());
}

/// What a program wrote behind the prompt, and what the picture is not to show.
void blankNegative(QString* text)
{
    const auto behindSpace = [&](qsizetype i) {
        while (i < text->size() && text->at(i).isSpace())
            ++i;
        return i;
    };
    const QStringView negative = u"negative";
    const QStringView prompt = u"prompt";
    for (qsizetype at = text->indexOf(negative, 0, Qt::CaseInsensitive); at >= 0;
         at = text->indexOf(negative, at + 1, Qt::CaseInsensitive)) {
        const qsizetype second = behindSpace(at + negative.size());
        const bool isPrompt =
            QStringView(*text).mid(second, prompt.size()).compare(prompt, Qt::CaseInsensitive) == 0;
        const qsizetype colon = isPrompt ? behindSpace(second + prompt.size()) : text->size();
        if (colon < text->size() && text->at(colon) == u':')
            blank(text, at, text->size());
    }
    const qsizetype steps = text->indexOf(u"\nSteps: "_qs);
    if (steps >= 0)
        blank(text, steps, text->size());
}

/// Values of a JSON prompt become sentences; keys and braces go.
void blankJson(QString* text)
{
    const QString source = *text;
    qsizetype i = 0;
    while (i < source.size()) {
        if (source[i] != u'"') {
            if (QStringView(u"{}[]:").contains(source[i]))
                (*text)[i] = u' ';
            ++i;
            continue;
        }
        qsizetype end = i + 1;
        while (end < source.size() && source[end] != u'"')
            end += source[end] == u'\\' ? 2 : 1;
        end = std::min(end, source.size() - 1);
        qsizetype next = end + 1;
        while (next < source.size() && source[next].isSpace())
            ++next;
        const bool isKey = next < source.size() && source[next] == u':';
        if (isKey) {
            const QStringView key = QStringView(source).mid(i + 1, std::max<qsizetype>(0, end - i - 1));
            blank(text, i, end + 1);
            if (key.startsWith(u"negative", Qt::CaseInsensitive)) {
                i = behindJsonValue(source, next + 1);
                blank(text, next, i);
                continue;
            }
            // The value of "text" is shown as it is: its quotes stay.
            if (key.compare(u"text", Qt::CaseInsensitive) == 0 && next + 1 < source.size()) {
                i = source.indexOf(u'"', next);
                if (i < 0)
                    return;
                const qsizetype close = source.indexOf(u'"', i + 1);
                blank(text, next, i);
                i = close < 0 ? source.size() : close + 1;
                continue;
            }
        } else {
            (*text)[i] = u'.';
            (*text)[end] = u'.';
            for (qsizetype at = i + 1; at < end; ++at) {
                if (source[at] == u'\\')
                    (*text)[at] = u' ';
            }
        }
        i = end + 1;
    }
}

void blankFlags(QString* text)
{
    for (qsizetype i = text->indexOf(u"--"_qs); i >= 0; i = text->indexOf(u"--"_qs, i)) {
        qsizetype end = i + 2;
        const bool isFlag =
            end < text->size() && (*text)[end].isLetter() && (i == 0 || (*text)[i - 1].isSpace());
        if (!isFlag) {
            i = end;
            continue;
        }
        while (end < text->size() && !(*text)[end].isSpace())
            ++end;
        qsizetype value = end;
        while (value < text->size() && (*text)[value] == u' ')
            ++value;
        if (value < text->size() && (*text)[value].isDigit()) {
            while (value < text->size() && !(*text)[value].isSpace())
                ++value;
            end = value;
        }
        (*text)[i] = u'.';
        blank(text, i + 1, end);
        i = end;
    }
}

void blankTags(QString* text)
{
    for (qsizetype i = 0; i < text->size(); ++i) {
        const QChar c = (*text)[i];
        if (c == u'<') {
            const qsizetype end = QStringView(*text).mid(i, 200).indexOf(u'>');
            if (end > 0 && QStringView(*text).mid(i, end).contains(u':'))
                blank(text, i, i + end + 1, u',');
        } else if (c == u':' && i + 1 < text->size() && (*text)[i + 1] == u':') {
            // A part of a prompt with its weight: "a hill::2 a kite::-1".
            qsizetype end = i + 2;
            while (end < text->size() &&
                   ((*text)[end].isDigit() || (*text)[end] == u'.' || (*text)[end] == u'-'))
                ++end;
            blank(text, i, end);
            (*text)[i] = u'.';
            i = end - 1;
        } else if (c == u':' && i + 1 < text->size() && (*text)[i + 1].isDigit()) {
            qsizetype end = i + 1;
            while (end < text->size() && ((*text)[end].isDigit() || (*text)[end] == u'.'))
                ++end;
            if (end < text->size() && (*text)[end] == u')')
                blank(text, i, end);
        } else if (c == u'(' || c == u')' || c == u'[' || c == u']' || c == u'{' || c == u'}') {
            (*text)[i] = u' ';
        }
    }
}

/// A prompt within quotes as a whole, as tables give it: `"two mugs, ""HOT"" on one"`.
void blankWrapping(QString* text)
{
    const QString trimmed = text->trimmed();
    const bool isWrapped = trimmed.size() > 2 && trimmed.startsWith(u'"') && trimmed.endsWith(u'"');
    if (!isWrapped)
        return;
    const bool isOneQuote = trimmed.indexOf(u'"', 1) == trimmed.size() - 1;
    const bool hasDoubled = trimmed.contains(u"\"\""_qs);
    if (!hasDoubled && !(isOneQuote && trimmed.count(u' ') > 5))
        return;
    (*text)[text->indexOf(u'"')] = u' ';
    (*text)[text->lastIndexOf(u'"')] = u' ';
    for (qsizetype i = text->indexOf(u"\"\""_qs); i >= 0; i = text->indexOf(u"\"\""_qs, i + 2))
        (*text)[i] = u' ';
}

} // namespace

void blank(QString* text, qsizetype from, qsizetype to, QChar with)
{
    for (qsizetype i = from; i < to; ++i)
        (*text)[i] = with;
}

QString plainPrompt(const QString& prompt)
{
    QString text = prompt;
    qsizetype first = 0;
    while (first < text.size() && text[first].isSpace())
        ++first;
    if (first < text.size() && text[first] == u'{' && text.contains(u"\":"_qs))
        blankJson(&text);
    blankWrapping(&text);
    blankNegative(&text);
    blankFlags(&text);
    blankTags(&text);
    return text;
}

} // namespace assay
