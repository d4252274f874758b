// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// TLS and client certificates, with certificates made for each test.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "service/model/errors.h"
#include "tests/service/rpc/harness.h"

namespace twinaid::rpc {
namespace {

std::string TextOf(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

// Authorities and certificates in a folder, by openssl.
class Certificates {
 public:
  explicit Certificates(std::string folder) : folder_(std::move(folder)) {}

  std::string File(const std::string& name) const {
    return folder_ + "/" + name;
  }
  // NAME.pem and NAME.key, signed by itself.
  void MakeAuthority(const std::string& name) {
    Run("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "
        "-days 2 -subj /CN=" +
        name + " -keyout @/" + name + ".key -out @/" + name + ".pem");
  }
  // NAME.pem and NAME.key for localhost, signed by an authority.
  void Make(const std::string& name, const std::string& authority,
            int days = 2) {
    Run("openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "
        "-subj /CN=" +
        name + " -keyout @/" + name + ".key -out @/" + name + ".csr");
    std::ofstream(File("names")) << "subjectAltName=DNS:localhost\n";
    Run(absl::StrCat("openssl x509 -req -days ", days, " -in @/", name,
                     ".csr -CA @/", authority, ".pem -CAkey @/", authority,
                     ".key -CAcreateserial -extfile @/names -out @/", name,
                     ".pem"));
  }

 private:
  void Run(const std::string& command) {
    const std::string line =
        absl::StrReplaceAll(command, {{"@", folder_}}) + " 2>" + File("said");
    ASSERT_EQ(std::system(line.c_str()), 0) << line << TextOf(File("said"));
  }
  const std::string folder_;
};

class TransportTest : public ::testing::Test {
 protected:
  TransportTest() : certificates_(h_.folder()) {
    certificates_.MakeAuthority("ca");
    certificates_.MakeAuthority("other-ca");
    certificates_.Make("server", "ca");
    certificates_.Make("client", "ca");
    certificates_.Make("stranger", "other-ca");
  }

  ops::TlsFiles Files(bool mutual) const {
    ops::TlsFiles files{certificates_.File("server.pem"),
                        certificates_.File("server.key"), ""};
    if (mutual) files.client_ca = certificates_.File("ca.pem");
    return files;
  }
  void Serve(bool mutual) {
    h_.Restart([&](ops::Options& options) {
      options.listen = {"127.0.0.1:0", options.listen.back()};
      options.tls = Files(mutual);
      options.read_tls_every_seconds = 1;
    });
  }

  // One call over a new connection.
  grpc::Status Call(const std::string& ca, const std::string& client) {
    grpc::SslCredentialsOptions tls;
    tls.pem_root_certs = TextOf(certificates_.File(ca + ".pem"));
    if (!client.empty()) {
      tls.pem_cert_chain = TextOf(certificates_.File(client + ".pem"));
      tls.pem_private_key = TextOf(certificates_.File(client + ".key"));
    }
    return CallWith(grpc::SslCredentials(tls));
  }
  grpc::Status CallWith(
      const std::shared_ptr<grpc::ChannelCredentials>& credentials) {
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
    arguments.SetInt("grpc.use_local_subchannel_pool", 1);
    // Looking a name up is not what is tested.
    arguments.SetSslTargetNameOverride("localhost");
    const auto stub = v1::AdminService::NewStub(grpc::CreateCustomChannel(
        h_.server().addresses()[0], credentials, arguments));
    const auto context = h_.Context();
    context->set_wait_for_ready(false);
    v1::Principal who;
    return stub->WhoAmI(context.get(), {}, &who);
  }
  // Whether the server logs it, at most 10 s later.
  bool Logs(const std::string& text) const {
    for (int i = 0; i < 100; ++i) {
      if (absl::StrContains(h_.Log(), text)) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
  }
  // gRPC looks at its files each second: calls go on over new connections
  // while it has had the time to.
  void ExpectCallsFor(int seconds) {
    for (int i = 0; i < seconds * 4; ++i) {
      const grpc::Status status = Call("ca", "client");
      EXPECT_TRUE(status.ok()) << i << ": " << status.error_message();
      std::this_thread::sleep_for(std::chrono::milliseconds(250));
    }
  }
  static bool IsCutOff(const grpc::Status& status) {
    return status.error_code() == grpc::StatusCode::UNAVAILABLE;
  }

  Harness h_;
  Certificates certificates_;
};

TEST_F(TransportTest, TlsIsForWhoTrustsTheServer) {
  Serve(false);
  EXPECT_TRUE(Call("ca", "").ok());
  EXPECT_TRUE(IsCutOff(Call("other-ca", "")));
  EXPECT_TRUE(IsCutOff(CallWith(grpc::InsecureChannelCredentials())));
}

TEST_F(TransportTest, ARequiredClientCertificateIsRequired) {
  Serve(true);
  EXPECT_TRUE(Call("ca", "client").ok());
  EXPECT_TRUE(IsCutOff(Call("ca", "")));
  EXPECT_TRUE(IsCutOff(Call("ca", "stranger")));
}

// A certificate lets a connection in, not a call.
TEST_F(TransportTest, ACertificateIsNoToken) {
  Serve(true);
  grpc::SslCredentialsOptions tls;
  tls.pem_root_certs = TextOf(certificates_.File("ca.pem"));
  tls.pem_cert_chain = TextOf(certificates_.File("client.pem"));
  tls.pem_private_key = TextOf(certificates_.File("client.key"));
  grpc::ChannelArguments arguments;
  arguments.SetSslTargetNameOverride("localhost");
  const auto stub = v1::AdminService::NewStub(grpc::CreateCustomChannel(
      h_.server().addresses()[0], grpc::SslCredentials(tls), arguments));
  v1::Principal who;
  EXPECT_EQ(FaultOf(stub->WhoAmI(h_.Context("").get(), {}, &who)).reason,
            "TOKEN_REQUIRED");
}

TEST_F(TransportTest, ANewCertificateIsTakenWithoutARestart) {
  Serve(false);
  ASSERT_TRUE(Call("ca", "").ok());
  certificates_.Make("next", "other-ca");
  for (const char* kind : {".key", ".pem"}) {
    std::filesystem::rename(certificates_.File(absl::StrCat("next", kind)),
                            certificates_.File(absl::StrCat("server", kind)));
  }
  bool taken = false;
  for (int i = 0; i < 100 && !taken; ++i) {
    taken = Call("other-ca", "").ok();
    if (!taken) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_TRUE(taken);
  EXPECT_TRUE(IsCutOff(Call("ca", "")));
}

// The key of another certificate, half a file, none: the old ones stay, and the
// log says why, once for each.
TEST_F(TransportTest, FilesThatDoNotFitAnyMoreAreNotTaken) {
  Serve(true);
  ASSERT_TRUE(Call("ca", "client").ok());
  const auto put = [&](const std::string& text, const std::string& name) {
    std::ofstream(certificates_.File("draft")) << text;
    std::filesystem::rename(certificates_.File("draft"),
                            certificates_.File(name));
  };
  put(TextOf(certificates_.File("client.key")), "server.key");
  EXPECT_TRUE(Logs("server.key is the key of another certificate"));
  ExpectCallsFor(2);
  put("-----BEGIN CERT", "server.pem");
  EXPECT_TRUE(Logs("server.pem holds no certificate"));
  std::filesystem::remove(certificates_.File("server.pem"));
  EXPECT_TRUE(Logs("server.pem cannot be read"));
  ExpectCallsFor(2);
  // What fits is taken again.
  put(TextOf(certificates_.File("client.pem")), "server.pem");
  EXPECT_TRUE(Logs("certificates_taken"));
  ExpectCallsFor(2);
}

TEST_F(TransportTest, FilesThatDoNotFitAreNamed) {
  const absl::Time now = absl::Now();
  EXPECT_TRUE(ops::CheckTlsFiles(Files(true), now).ok());
  EXPECT_TRUE(ops::CheckTlsFiles({}, now).ok());
  const auto check = [&](ops::TlsFiles files, const std::string& file,
                         absl::Time when) {
    const absl::Status status = ops::CheckTlsFiles(files, when);
    EXPECT_EQ(model::ReasonOf(status), "TLS_FILE") << status;
    EXPECT_NE(status.message().find(file), std::string::npos) << status;
  };
  ops::TlsFiles files = Files(true);
  files.certificate = "/nowhere.pem";
  check(files, "/nowhere.pem", now);
  files = Files(true);
  files.certificate = files.key;
  check(files, "server.key", now);
  files = Files(true);
  files.key = certificates_.File("client.key");
  check(files, "client.key", now);
  files = Files(true);
  files.client_ca = "/nowhere.pem";
  check(files, "/nowhere.pem", now);
  check(Files(true), "server.pem", now + absl::Hours(24 * 3));
  check(Files(true), "server.pem", now - absl::Hours(24));
}

TEST_F(TransportTest, BeyondLoopbackACertificateOfTheClientIsRequired) {
  for (const char* good :
       {"127.0.0.1:7443", "[::1]:0", "localhost:1", "unix:/run/twinaid/s"}) {
    EXPECT_TRUE(ops::CheckListenAddress(good, {}).ok()) << good;
  }
  for (const char* beyond :
       {"0.0.0.0:7443", "[::]:7443", "10.0.0.1:1", "example.org:443"}) {
    EXPECT_EQ(model::ReasonOf(ops::CheckListenAddress(beyond, {})),
              "LISTEN_ADDRESS");
    EXPECT_EQ(model::ReasonOf(ops::CheckListenAddress(beyond, Files(false))),
              "LISTEN_ADDRESS");
    EXPECT_TRUE(ops::CheckListenAddress(beyond, Files(true)).ok()) << beyond;
  }
  for (const char* bad : {"127.0.0.1", "unix:", "", ":1", "a:b"}) {
    EXPECT_EQ(model::ReasonOf(ops::CheckListenAddress(bad, Files(true))),
              "LISTEN_ADDRESS")
        << bad;
  }
}

}  // namespace
}  // namespace twinaid::rpc
