// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/ops/tls_files.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>
#include <fstream>
#include <memory>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"

namespace twinaid::ops {
namespace {

struct Freer {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
template <typename T>
using Owned = std::unique_ptr<T, Freer>;

absl::Status BadFile(const std::string& path, const char* en, const char* zh) {
  ERR_clear_error();
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "TLS_FILE";
  spec.en = std::string("{path} ") + en;
  spec.zh = std::string("{path} ") + zh;
  spec.metadata = {{"path", path}};
  spec.field = "tls";
  return model::MakeError(spec);
}

// Empty where it cannot be read.
std::string TextOf(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Owned<BIO> Open(const std::string& text) {
  return Owned<BIO>(
      BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

// Asks nobody for the password of an encrypted key.
int NoPassword(char*, int, int, void*) { return -1; }

absl::StatusOr<Owned<X509>> Certificate(const std::string& path,
                                        const std::string& text,
                                        absl::Time now) {
  if (text.empty()) {
    return BadFile(path, "cannot be read; name a PEM file of a certificate",
                   "无法读取；请指定证书的 PEM 文件");
  }
  Owned<X509> certificate(
      PEM_read_bio_X509(Open(text).get(), nullptr, nullptr, nullptr));
  if (certificate == nullptr) {
    return BadFile(path, "holds no certificate in PEM form",
                   "不含 PEM 格式的证书");
  }
  std::time_t moment = absl::ToTimeT(now);
  if (X509_cmp_time(X509_get0_notAfter(certificate.get()), &moment) <= 0) {
    return BadFile(path, "has expired; put a new certificate in its place",
                   "已过期；请更换新证书");
  }
  if (X509_cmp_time(X509_get0_notBefore(certificate.get()), &moment) > 0) {
    return BadFile(path, "is not valid yet; look at the clock or its dates",
                   "尚未生效；请检查时钟或证书日期");
  }
  return certificate;
}

}  // namespace

absl::StatusOr<TlsTexts> ReadTlsFiles(const TlsFiles& files, absl::Time now) {
  const std::string chain = TextOf(files.certificate);
  TWINAID_ASSIGN_OR_RETURN(const Owned<X509> certificate,
                           Certificate(files.certificate, chain, now));
  const std::string secret = TextOf(files.key);
  const Owned<EVP_PKEY> key(PEM_read_bio_PrivateKey(Open(secret).get(), nullptr,
                                                    NoPassword, nullptr));
  if (key == nullptr) {
    return BadFile(files.key,
                   "holds no private key that can be read: PEM, not encrypted",
                   "不含可读取的私钥：应为未加密的 PEM");
  }
  if (X509_check_private_key(certificate.get(), key.get()) != 1) {
    return BadFile(files.key, "is the key of another certificate",
                   "与证书不匹配");
  }
  TlsTexts texts{absl::StrCat(secret, "\n", chain), ""};
  if (!files.client_ca.empty()) {
    texts.client_ca = TextOf(files.client_ca);
    TWINAID_RETURN_IF_ERROR(
        Certificate(files.client_ca, texts.client_ca, now).status());
  }
  return texts;
}

absl::Status CheckTlsFiles(const TlsFiles& files, absl::Time now) {
  if (!files.any()) return absl::OkStatus();
  return ReadTlsFiles(files, now).status();
}

}  // namespace twinaid::ops
