// SPDX-License-Identifier: GPL-3.0-or-later
// Random: a seeded source of numbers that gives the same sequence with every compiler and library. The engine
// is std::mt19937_64, whose output the standard fixes; the distributions are our own, since those of the
// standard library differ between implementations. Value type; not for secrets.
#pragma once

#include <QtGlobal>

#include <initializer_list>
#include <random>

namespace assay::sample {

class Random
{
public:
    explicit Random(quint64 seed)
        : m_engine(seed)
    {
    }

    quint64 bits() { return m_engine(); }
    double unit();                                      ///< 0 <= x < 1
    double between(double low, double high);            ///< low <= x < high
    int integer(int low, int high);                     ///< low <= n <= high
    bool chance(double probability);                    ///< true with this probability
    double gauss();                                     ///< standard normal: mean 0, deviation 1
    double logNormal(double median, double sigma);      ///< exp of a normal with this median
    int weighted(std::initializer_list<double> shares); ///< index, by share

    template<typename List>
    const auto& pick(const List& list)
    {
        return list[static_cast<typename List::size_type>(integer(0, static_cast<int>(list.size()) - 1))];
    }

private:
    std::mt19937_64 m_engine;
};

/// Mixes two numbers into a seed, so that each part of the sample has a sequence of its own.
quint64 mixSeed(quint64 seed, quint64 part);

} // namespace assay::sample
