// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/currency.h"

#include "absl/strings/str_split.h"

namespace twinaid::model {
namespace {

constexpr char kNoMinorUnit[] =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
constexpr char kThreeDigits[] = "BHD IQD JOD KWD LYD OMR TND";
constexpr char kTwoDigits[] =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD "
    "BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN "
    "ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR "
    "IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK "
    "MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK "
    "PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP "
    "STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES "
    "WST XCD YER ZAR ZMW";

bool Holds(absl::string_view codes, absl::string_view code) {
  for (const absl::string_view candidate : absl::StrSplit(codes, ' ')) {
    if (candidate == code) return true;
  }
  return false;
}

}  // namespace

std::optional<int> CurrencyExponent(absl::string_view code) {
  if (Holds(kTwoDigits, code)) return 2;
  if (Holds(kNoMinorUnit, code)) return 0;
  if (Holds(kThreeDigits, code)) return 3;
  return std::nullopt;
}

}  // namespace twinaid::model
