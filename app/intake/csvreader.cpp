// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvreader.h"

#include <QBuffer>
#include <QHash>
#include <QIODevice>
#include <QStringDecoder>

#include <array>
#include <csv.h>
#include <deque>

namespace assay {

namespace {

constexpr qint64 kChunk = 64 * 1024;
constexpr int kRowsLookedAt = 50;

/// What Windows-1252 has where Latin-1 has control characters, from 0x80 on.
constexpr std::array<char16_t, 32> kWindows{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                            0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

QString fromWindows1252(const QByteArray& bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(kWindows[c.unicode() - 0x80]);
    }
    return text;
}

QStringDecoder decoderOf(CsvEncoding encoding)
{
    switch (encoding) {
    case CsvEncoding::Utf16Le:
        return QStringDecoder(QStringDecoder::Utf16LE);
    case CsvEncoding::Utf16Be:
        return QStringDecoder(QStringDecoder::Utf16BE);
    case CsvEncoding::Utf8:
    case CsvEncoding::Windows1252:
        break;
    }
    return QStringDecoder(QStringDecoder::Utf8);
}

int neverSpace(unsigned char)
{
    return 0;
}

} // namespace

struct CsvReader::Parser
{
    Parser(QIODevice& source, CsvEncoding encodingOfSource, char separator);
    ~Parser() { csv_free(&csv); }

    std::optional<Error> fill();
    std::optional<Error> feed(const QByteArray& utf8);
    std::optional<Error> finish();
    bool endsInsideCharacter() const;
    Error tooWide() const;
    void parse(const char* text, qsizetype length);

    static void cellEnds(void* text, size_t length, void* self);
    static void rowEnds(int, void* self);

    QIODevice& device;
    CsvEncoding encoding;
    QStringDecoder decoder;
    csv_parser csv{};
    std::deque<CsvRow> rows; ///< complete, not yet given out
    CsvRow open;
    qint64 line = 1;
    qint64 openBytes = 0; ///< fed since the last row's end
    bool endsWithReturn = false;
    std::optional<qint64> tooWideLine; ///< where a row with too many columns begins
    QByteArray tail;                   ///< the last bytes that were read
    qint64 bytesRead = 0;
    bool isAtEnd = false;
    std::optional<Error> problem; ///< told once the rows before it are given out
};

CsvReader::Parser::Parser(QIODevice& source, CsvEncoding encodingOfSource, char separator)
    : device(source)
    , encoding(encodingOfSource)
    , decoder(decoderOf(encodingOfSource))
{
    csv_init(&csv, 0);
    csv_set_delim(&csv, static_cast<unsigned char>(separator));
    csv_set_space_func(&csv, neverSpace);
}

void CsvReader::Parser::cellEnds(void* text, size_t length, void* self)
{
    auto* parser = static_cast<Parser*>(self);
    if (parser->open.cells.size() == kMaxColumns) {
        parser->tooWideLine = parser->open.line;
        return;
    }
    parser->open.cells.append(
        QString::fromUtf8(static_cast<const char*>(text), static_cast<qsizetype>(length)));
}

void CsvReader::Parser::rowEnds(int, void* self)
{
    auto* parser = static_cast<Parser*>(self);
    CsvRow row = std::exchange(parser->open, {});
    if (!parser->tooWideLine) // else it is not whole
        parser->rows.push_back(std::move(row));
    parser->openBytes = 0;
}

/// Only ever up to one line end, so that a row's first line is known.
void CsvReader::Parser::parse(const char* text, qsizetype length)
{
    if (openBytes == 0)
        open.line = line;
    const bool isLineEnd = length == 1 && (*text == '\n' || *text == '\r');
    openBytes = isLineEnd && openBytes == 0 ? 0 : openBytes + length;
    csv_parse(&csv, text, static_cast<size_t>(length), cellEnds, rowEnds, this);
}

Error CsvReader::Parser::tooWide() const
{
    return {ErrorKind::TooLarge,
            {},
            QStringLiteral("line %1: more than %2 columns").arg(*tooWideLine).arg(kMaxColumns)};
}

std::optional<Error> CsvReader::Parser::feed(const QByteArray& utf8)
{
    qsizetype start = 0;
    while (start < utf8.size()) {
        const char first = utf8[start];
        qsizetype end = start;
        while (end < utf8.size() && utf8[end] != '\n' && utf8[end] != '\r')
            ++end;
        if (end > start) {
            parse(utf8.constData() + start, end - start);
            endsWithReturn = false;
        } else {
            parse(utf8.constData() + start, 1);
            line += first == '\n' && endsWithReturn ? 0 : 1;
            endsWithReturn = first == '\r';
            end = start + 1;
        }
        start = end;
        if (tooWideLine)
            return tooWide();
        if (openBytes > kMaxRow)
            return Error{
                ErrorKind::TooLarge,
                {},
                QStringLiteral("line %1: row over 16 MiB; a quote may not be closed").arg(open.line)};
    }
    return {};
}

bool CsvReader::Parser::endsInsideCharacter() const
{
    const auto byte = [this](qsizetype fromEnd) { return static_cast<quint8>(tail[tail.size() - fromEnd]); };
    if (encoding == CsvEncoding::Utf16Le || encoding == CsvEncoding::Utf16Be) {
        const bool isHighSurrogate =
            tail.size() >= 2 && (byte(encoding == CsvEncoding::Utf16Le ? 1 : 2) & 0xFC) == 0xD8;
        return bytesRead % 2 != 0 || isHighSurrogate;
    }
    for (qsizetype i = 1; i <= tail.size(); ++i) {
        const quint8 c = byte(i);
        if ((c & 0xC0) != 0x80)
            return (c >= 0xF0 && i < 4) || (c >= 0xE0 && i < 3) || (c >= 0xC0 && i < 2);
    }
    return false;
}

std::optional<Error> CsvReader::Parser::finish()
{
    isAtEnd = true;
    if (encoding != CsvEncoding::Windows1252 && endsInsideCharacter())
        return Error{
            ErrorKind::Damaged, {}, QStringLiteral("line %1: the file ends inside a character").arg(line)};
    constexpr int fieldBegun = 2; // libcsv's FIELD_BEGUN: inside a quoted cell
    if (csv.quoted && csv.pstate == fieldBegun)
        return Error{ErrorKind::Damaged, {}, QStringLiteral("line %1: a quote is not closed").arg(open.line)};
    csv_fini(&csv, cellEnds, rowEnds, this);
    return tooWideLine ? std::optional(tooWide()) : std::nullopt;
}

std::optional<Error> CsvReader::Parser::fill()
{
    const QByteArray bytes = device.read(kChunk);
    if (bytes.isEmpty())
        return device.atEnd() ? finish() : Error{ErrorKind::Io, {}, device.errorString()};
    if (encoding == CsvEncoding::Windows1252)
        return feed(fromWindows1252(bytes).toUtf8());
    bytesRead += bytes.size();
    tail.append(bytes.right(4));
    tail = tail.right(4);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return Error{ErrorKind::Damaged,
                     {},
                     QStringLiteral("near line %1: bytes that are not in the chosen encoding").arg(line)};
    return feed(text.toUtf8());
}

CsvReader::CsvReader(QIODevice& device, CsvEncoding encoding, char separator)
    : m_parser(std::make_unique<Parser>(device, encoding, separator))
{
}

CsvReader::~CsvReader() = default;

Result<std::optional<CsvRow>> CsvReader::next()
{
    while (m_parser->rows.empty() && !m_parser->isAtEnd) {
        m_parser->problem = m_parser->fill();
        m_parser->isAtEnd = m_parser->isAtEnd || m_parser->problem.has_value();
    }
    if (m_parser->rows.empty() && m_parser->problem)
        return *std::exchange(m_parser->problem, std::nullopt);
    if (m_parser->rows.empty())
        return std::optional<CsvRow>();
    CsvRow row = std::move(m_parser->rows.front());
    m_parser->rows.pop_front();
    return std::optional(std::move(row));
}

CsvEncoding detectCsvEncoding(const QByteArray& head)
{
    if (head.startsWith("\xFF\xFE"))
        return CsvEncoding::Utf16Le;
    if (head.startsWith("\xFE\xFF"))
        return CsvEncoding::Utf16Be;
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < head.size(); ++i)
        zeros[static_cast<size_t>(i % 2)] += head[i] == '\0' ? 1 : 0;
    if (zeros[1] > head.size() / 4 && zeros[0] < zeros[1])
        return CsvEncoding::Utf16Le;
    if (zeros[0] > head.size() / 4)
        return CsvEncoding::Utf16Be;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(head);
    return decoder.hasError() ? CsvEncoding::Windows1252 : CsvEncoding::Utf8;
}

char detectCsvSeparator(const QByteArray& head, CsvEncoding encoding)
{
    char best = ',';
    qsizetype bestScore = 0;
    for (const char separator : {',', ';', '\t', '|'}) {
        QBuffer buffer;
        buffer.setData(head);
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer, encoding, separator);
        QHash<qsizetype, qsizetype> rowsWithWidth;
        for (int i = 0; i < kRowsLookedAt; ++i) {
            const auto row = reader.next();
            if (!row || !*row)
                break;
            ++rowsWithWidth[(*row)->cells.size()];
        }
        for (auto it = rowsWithWidth.cbegin(); it != rowsWithWidth.cend(); ++it) {
            const qsizetype score = it.key() > 1 ? it.value() * 1000 + it.key() : 0;
            if (score > bestScore) {
                bestScore = score;
                best = separator;
            }
        }
    }
    return best;
}

} // namespace assay
