// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/samplerun.h"

#include "app/domain/decimals.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <tuple>
#include <utility>

namespace assay {

namespace {

// Two bytes say how values and clusters are written, four how many there are; then all values, then all
// clusters. Little-endian.
constexpr qsizetype kHeader = 6;
constexpr quint32 kUnnumbered = std::numeric_limits<quint32>::max();

constexpr unsigned kDigitBits = 11;
constexpr size_t kDigits = size_t(1) << kDigitBits;

template<typename T>
T valueAt(const char* bytes, size_t number)
{
    return qFromLittleEndian<T>(bytes + number * sizeof(T));
}

template<typename T>
void setValueAt(char* bytes, size_t number, T value)
{
    qToLittleEndian(value, bytes + number * sizeof(T));
}

/// By one digit of how far each value, a whole number of 32 bits, is above the least; others stay in order.
void sortByDigit(std::vector<Sample>& samples, std::vector<Sample>& sorted, double least, unsigned shift)
{
    const auto digit = [least, shift](const Sample& sample) {
        return (static_cast<quint32>(static_cast<qint64>(sample.value - least)) >> shift) % kDigits;
    };
    std::array<quint32, kDigits> places{};
    for (const Sample& sample : samples)
        ++places[digit(sample)];
    quint32 begin = 0;
    for (quint32& place : places)
        begin += std::exchange(place, begin);
    for (const Sample& sample : samples)
        sorted[places[digit(sample)]++] = sample;
    samples.swap(sorted);
}

/// Samples of one value by cluster.
void sortEqualValues(std::vector<Sample>& samples)
{
    for (auto begin = samples.begin(); begin != samples.end();) {
        const auto end =
            std::find_if(begin, samples.end(), [begin](const Sample& s) { return s.value != begin->value; });
        if (end - begin > 1)
            std::ranges::sort(begin, end, {}, &Sample::cluster);
        begin = end;
    }
}

/// Of values that are whole numbers of 32 bits: by digits, because that takes two passes where comparing
/// thousands takes a dozen.
void sortWholeNumbers(std::vector<Sample>& samples)
{
    if (samples.empty())
        return;
    const auto [least, most] = std::ranges::minmax_element(samples, {}, &Sample::value);
    const double base = least->value;
    const auto range = static_cast<quint32>(static_cast<qint64>(most->value - base));
    std::vector<Sample> sorted(samples.size());
    for (unsigned shift = 0; shift < 32 && (range >> shift) != 0; shift += kDigitBits)
        sortByDigit(samples, sorted, base, shift);
    sortEqualValues(samples);
}

void sortReals(std::vector<Sample>& samples)
{
    std::ranges::sort(samples, [](const Sample& left, const Sample& right) {
        return std::tie(left.value, left.cluster) < std::tie(right.value, right.cluster);
    });
}

quint8 decimalsOf(const std::vector<Sample>& samples)
{
    std::vector<double> values;
    values.reserve(samples.size());
    for (const Sample& sample : samples)
        values.push_back(sample.value);
    return assay::decimalsOf(values);
}

/// Numbers the clusters in the order of the sorted samples; how many values each has.
std::vector<quint32> renumber(std::vector<Sample>& samples)
{
    const auto largest = std::ranges::max_element(samples, {}, &Sample::cluster);
    std::vector<quint32> numbers(largest == samples.end() ? 0 : size_t(largest->cluster) + 1, kUnnumbered);
    std::vector<quint32> sizes;
    for (Sample& sample : samples) {
        quint32& number = numbers[sample.cluster];
        if (number == kUnnumbered) {
            number = static_cast<quint32>(sizes.size());
            sizes.push_back(0);
        }
        sample.cluster = number;
        ++sizes[number];
    }
    return sizes;
}

template<typename T>
bool areSorted(const char* values, size_t count)
{
    // All of them, without a way out: several are compared at once then.
    bool isSorted = true;
    for (size_t i = 1; i < count; ++i)
        isSorted &= valueAt<T>(values, i - 1) <= valueAt<T>(values, i);
    return isSorted;
}

template<typename Number>
void addHits(std::vector<quint32>& hits, const char* clusters, size_t count)
{
    for (size_t i = 0; i < count; ++i)
        ++hits[valueAt<Number>(clusters, i)];
}

template<typename Number>
quint32 largestNumber(const char* clusters, size_t count)
{
    quint32 largest = 0;
    for (size_t i = 0; i < count; ++i)
        largest = std::max<quint32>(largest, valueAt<Number>(clusters, i));
    return largest;
}

} // namespace

SampleRun SampleRun::of(std::vector<Sample> samples)
{
    SampleRun run;
    const quint8 decimals = decimalsOf(samples);
    run.m_count = samples.size();
    run.m_scale = decimals == kAllDigits ? 0 : decimalScale(decimals);
    if (run.m_scale == 0) {
        sortReals(samples);
    } else {
        for (Sample& sample : samples)
            sample.value = static_cast<double>(wholeNumber(sample.value, run.m_scale));
        sortWholeNumbers(samples);
    }
    run.m_sizes = renumber(samples);
    run.m_hasNarrow = run.m_sizes.size() <= std::numeric_limits<quint16>::max();
    run.write(samples, decimals);
    return run;
}

/// Of sorted samples; with decimals their values are whole numbers.
void SampleRun::write(const std::vector<Sample>& samples, quint8 decimals)
{
    const size_t valueBytes = m_scale == 0 ? sizeof(quint64) : sizeof(qint32);
    const size_t clusterWidth = m_hasNarrow ? sizeof(quint16) : sizeof(quint32);
    m_bytes.resize(kHeader + qsizetype(m_count * (valueBytes + clusterWidth)));
    char* head = m_bytes.data();
    setValueAt<quint8>(head, 0, decimals);
    setValueAt<quint8>(head, 1, static_cast<quint8>(clusterWidth));
    setValueAt(head + 2, 0, static_cast<quint32>(m_count));
    char* values = head + kHeader;
    char* clusters = values + m_count * valueBytes;
    for (size_t i = 0; i < m_count; ++i) {
        if (m_scale == 0)
            setValueAt(values, i, std::bit_cast<quint64>(samples[i].value));
        else
            setValueAt(values, i, static_cast<qint32>(samples[i].value));
        if (m_hasNarrow)
            setValueAt(clusters, i, static_cast<quint16>(samples[i].cluster));
        else
            setValueAt(clusters, i, samples[i].cluster);
    }
}

std::optional<SampleRun> SampleRun::fromBytes(const QByteArray& bytes)
{
    SampleRun run;
    run.m_bytes = bytes;
    if (!run.readHead() || !run.isSorted() || !run.countClusters())
        return std::nullopt;
    return run;
}

/// Whether the bytes are as long as they say.
bool SampleRun::readHead()
{
    if (m_bytes.size() < kHeader)
        return false;
    const auto decimals = static_cast<quint8>(m_bytes[0]);
    const int width = m_bytes[1];
    if (!isDecimals(decimals) || (width != 2 && width != 4))
        return false;
    m_scale = decimals == kAllDigits ? 0 : decimalScale(decimals);
    m_hasNarrow = width == 2;
    m_count = valueAt<quint32>(m_bytes.constData() + 2, 0);
    const size_t valueBytes = m_scale == 0 ? sizeof(quint64) : sizeof(qint32);
    return size_t(m_bytes.size() - kHeader) == m_count * (valueBytes + size_t(width));
}

/// Whether there are no more clusters than values.
bool SampleRun::countClusters()
{
    if (m_count == 0)
        return true;
    const char* clusters = clusterBytes();
    const quint32 largest =
        m_hasNarrow ? largestNumber<quint16>(clusters, m_count) : largestNumber<quint32>(clusters, m_count);
    if (largest >= m_count)
        return false;
    m_sizes.assign(size_t(largest) + 1, 0);
    m_sizes = hits(m_count);
    return true;
}

bool SampleRun::isSorted() const
{
    const char* values = m_bytes.constData() + kHeader;
    if (m_scale != 0)
        return areSorted<qint32>(values, m_count);
    for (size_t i = 1; i < m_count; ++i) {
        if (!(value(i - 1) <= value(i)))
            return false;
    }
    return true;
}

double SampleRun::value(size_t rank) const
{
    const char* values = m_bytes.constData() + kHeader;
    if (m_scale == 0)
        return std::bit_cast<double>(valueAt<quint64>(values, rank));
    return valueAt<qint32>(values, rank) / m_scale;
}

const char* SampleRun::clusterBytes() const
{
    return m_bytes.constData() + kHeader + m_count * (m_scale == 0 ? sizeof(quint64) : sizeof(qint32));
}

SamplePlace SampleRun::placeOf(double value, size_t first, size_t last) const
{
    const auto firstThat = [this](size_t from, size_t to, auto isBeyond) {
        while (from < to) {
            const size_t middle = from + (to - from) / 2;
            if (isBeyond(this->value(middle)))
                to = middle;
            else
                from = middle + 1;
        }
        return from;
    };
    const size_t below = firstThat(first, last, [value](double other) { return other >= value; });
    const size_t atMost = firstThat(below, last, [value](double other) { return other > value; });
    return {below - first, atMost - first};
}

std::vector<quint32> SampleRun::hits(size_t count) const
{
    std::vector<quint32> hits(m_sizes.size(), 0);
    if (m_hasNarrow)
        addHits<quint16>(hits, clusterBytes(), count);
    else
        addHits<quint32>(hits, clusterBytes(), count);
    return hits;
}

} // namespace assay
