// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/tls_look.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>
#include <memory>
#include <vector>

#include "absl/strings/str_join.h"
#include "service/model/errors.h"

namespace twinaid::client {
namespace {

template <auto Free>
struct Freed {
  template <typename T>
  void operator()(T* owned) const {
    Free(owned);
  }
};
using Bio = std::unique_ptr<BIO, Freed<&BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Freed<&X509_free>>;
using Context = std::unique_ptr<SSL_CTX, Freed<&SSL_CTX_free>>;
using Talk = std::unique_ptr<SSL, Freed<&SSL_free>>;

absl::Status NoCertificate() {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "TLS_FILE";
  spec.en = "the file named with --ca or --client-cert holds no certificate";
  spec.zh = "--ca 或 --client-cert 指定的文件中没有证书";
  spec.field = "tls";
  return model::MakeError(spec);
}

absl::Status NoTls() {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kUnavailable;
  spec.reason = "NO_TLS";
  spec.en =
      "there is no TLS at this address: if the server is on this machine, "
      "leave --ca out; else ask who runs it for its port";
  spec.zh =
      "该地址不支持 TLS：如服务器在本机，请去掉 --ca；否则请向管理员询问端口";
  return model::MakeError(spec);
}

Bio ReaderOf(const std::string& text) {
  return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

absl::Time TimeOf(const ASN1_TIME* time) {
  std::tm civil{};
  if (ASN1_TIME_to_tm(time, &civil) != 1) return absl::InfinitePast();
  return absl::FromTM(civil, absl::UTCTimeZone());
}

std::string TextOf(const X509_NAME* name) {
  const Bio out(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(out.get(), name, 0,
                     XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB);
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return model::Shown({text, static_cast<std::size_t>(size)}, 200);
}

// The names and addresses that a certificate is for.
std::string NamesOf(X509* certificate) {
  using Names = std::unique_ptr<GENERAL_NAMES, Freed<&GENERAL_NAMES_free>>;
  const Names names(static_cast<GENERAL_NAMES*>(
      X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
  std::vector<std::string> texts;
  for (int i = 0; names != nullptr && i < sk_GENERAL_NAME_num(names.get());
       ++i) {
    const GENERAL_NAME* const name = sk_GENERAL_NAME_value(names.get(), i);
    const Bio out(BIO_new(BIO_s_mem()));
    if (name->type == GEN_DNS) {
      ASN1_STRING_print_ex(out.get(), name->d.dNSName, 0);
    } else if (name->type == GEN_IPADD) {
      GENERAL_NAME_print(out.get(), const_cast<GENERAL_NAME*>(name));
    } else {
      continue;
    }
    char* text = nullptr;
    const long size = BIO_get_mem_data(out.get(), &text);
    texts.emplace_back(text, static_cast<std::size_t>(size));
  }
  return model::Shown(absl::StrJoin(texts, ", "), 200);
}

bool AddAuthorities(SSL_CTX* context, const std::string& ca) {
  if (ca.empty()) return SSL_CTX_set_default_verify_paths(context) == 1;
  const Bio reader = ReaderOf(ca);
  int added = 0;
  for (;;) {
    const Certificate one(
        PEM_read_bio_X509(reader.get(), nullptr, nullptr, nullptr));
    if (one == nullptr) return added > 0;
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context), one.get());
    ++added;
  }
}

// Called when the server asks for a certificate; none is shown.
int NoteWish(SSL* talk, X509**, EVP_PKEY**) {
  *static_cast<bool*>(SSL_get_app_data(talk)) = true;
  return 0;
}

}  // namespace

absl::StatusOr<ServerCertificate> LookAtTls(int socket, const std::string& host,
                                            const std::string& ca) {
  const Context context(SSL_CTX_new(TLS_client_method()));
  if (!AddAuthorities(context.get(), ca)) return NoCertificate();
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
  // Whether it is too old is told from its days, by the clock of the caller.
  X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context.get()),
                              X509_V_FLAG_NO_CHECK_TIME);
  SSL_CTX_set_client_cert_cb(context.get(), &NoteWish);
  const Talk talk(SSL_new(context.get()));
  ServerCertificate seen;
  SSL_set_app_data(talk.get(), &seen.wants_ours);
  constexpr std::array<unsigned char, 3> kHttp2 = {2, 'h', '2'};
  SSL_set_alpn_protos(talk.get(), kHttp2.data(), kHttp2.size());
  SSL_set_tlsext_host_name(talk.get(), host.c_str());
  SSL_set_fd(talk.get(), socket);
  if (SSL_connect(talk.get()) != 1) return NoTls();
  const Certificate certificate(SSL_get1_peer_certificate(talk.get()));
  if (certificate == nullptr) return NoTls();
  seen.begins = TimeOf(X509_get0_notBefore(certificate.get()));
  seen.expires = TimeOf(X509_get0_notAfter(certificate.get()));
  seen.names = NamesOf(certificate.get());
  seen.issuer = TextOf(X509_get_issuer_name(certificate.get()));
  seen.trusted = SSL_get_verify_result(talk.get()) == X509_V_OK;
  seen.name_fits = X509_check_ip_asc(certificate.get(), host.c_str(), 0) == 1 ||
                   X509_check_host(certificate.get(), host.data(), host.size(),
                                   0, nullptr) == 1;
  return seen;
}

absl::StatusOr<absl::Time> ExpiryOf(const std::string& pem) {
  const Bio reader = ReaderOf(pem);
  const Certificate certificate(
      PEM_read_bio_X509(reader.get(), nullptr, nullptr, nullptr));
  if (certificate == nullptr) return NoCertificate();
  return TimeOf(X509_get0_notAfter(certificate.get()));
}

}  // namespace twinaid::client
