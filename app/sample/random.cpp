// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/random.h"

#include <cmath>
#include <numeric>

namespace assay::sample {

double Random::unit()
{
    return static_cast<double>(m_engine() >> 11) * 0x1.0p-53;
}

double Random::between(double low, double high)
{
    return low + (high - low) * unit();
}

int Random::integer(int low, int high)
{
    const auto range = static_cast<quint64>(high - low) + 1;
    return low + static_cast<int>(m_engine() % range);
}

bool Random::chance(double probability)
{
    return unit() < probability;
}

double Random::gauss()
{
    // Box and Muller (1958), one of the two values.
    const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
    return radius * std::cos(2.0 * 3.14159265358979323846 * unit());
}

double Random::logNormal(double median, double sigma)
{
    return median * std::exp(sigma * gauss());
}

int Random::weighted(std::initializer_list<double> shares)
{
    double left = unit() * std::accumulate(shares.begin(), shares.end(), 0.0);
    int index = 0;
    for (const double share : shares) {
        left -= share;
        if (left < 0)
            return index;
        ++index;
    }
    return static_cast<int>(shares.size()) - 1;
}

quint64 mixSeed(quint64 seed, quint64 part)
{
    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    quint64 z = seed + 0x9E3779B97F4A7C15ULL * (part + 1);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

} // namespace assay::sample
